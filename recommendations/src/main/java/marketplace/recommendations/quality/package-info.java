/** Whether recommendations are any good, measured on what clients did. */
package marketplace.recommendations.quality;
