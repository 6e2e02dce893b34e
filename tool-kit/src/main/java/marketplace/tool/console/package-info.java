/** What a tool tells whoever waits for it, and how it leaves when it is told to. */
package marketplace.tool.console;
