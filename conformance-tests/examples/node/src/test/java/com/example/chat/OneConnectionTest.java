package com.example.chat;

import io.solewire.conformance.junit.Solewire;
import io.solewire.conformance.junit.SolewireCases;

@Solewire(profile = "solewire.yaml")
class OneConnectionTest implements SolewireCases {}
