/** {@code ./marketplace demo}: the story of the platform in eight steps, each with its evidence. */
package marketplace.acceptance.demo;
