package marketplace.service.upload;

/** Is told what became of an item. */
public interface Receipt {
    /** It is where it cannot be lost. */
    void accepted();

    /** It was refused for what it is. */
    void rejected(String field, String reason);

    /** It could not be brought where it belongs; this ends the upload. */
    void failed(Throwable cause);
}
