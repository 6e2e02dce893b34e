package marketplace.service.upload;

/** Cuts bytes into items as they arrive. Not for several threads at a time. */
interface ItemSplitter {
    /** Takes the next bytes, which it keeps nothing of but what belongs to an item that has not ended. */
    void feed(byte[] bytes, Items items) throws BrokenUploadException;

    /** There are no more bytes. */
    void end(Items items) throws BrokenUploadException;

    /** How many bytes of an item that has not ended it holds. */
    int held();

    /** What is told of the items. */
    interface Items {
        /** An item, in a part of an array that changes after this returns. */
        void item(long position, byte[] bytes, int offset, int length);

        /** An item that was longer than allowed, and was not kept. */
        void tooLong(long position);
    }
}
