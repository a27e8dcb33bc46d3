/**
 * What a run concludes: result.json and its exit code, the failure's text, and nothing about how it
 * is shown.
 */
package io.solewire.result;
