package marketplace.recommendations.model;

/** How it is learnt which items go together. */
public enum Method {
    /** EASE where the items are few enough, joins beyond. */
    AUTO,
    /** EASE: one regularised inverse of the matrix of items. */
    EASE,
    /** RP3β: joins of items that are met together. */
    JOINS
}
