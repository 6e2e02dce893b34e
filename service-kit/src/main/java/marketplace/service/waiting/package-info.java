/** Patience with what is away: how long to pause, and how to tell of it. */
package marketplace.service.waiting;
