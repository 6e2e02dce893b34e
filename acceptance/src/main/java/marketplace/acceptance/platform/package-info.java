/** How one speaks to the platform that runs, and sees what comes of it: requests, records, waiting. */
package marketplace.acceptance.platform;
