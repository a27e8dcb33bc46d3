package io.solewire.browser;

import com.microsoft.playwright.Page;

record ReportPage(Page page) {}
