/** The ten acceptance criteria of the platform: how each is tried, and what was found. */
package marketplace.acceptance.criteria;
