package marketplace.catalogue;

/** How to reach a place that the contract is applied to. */
public sealed interface Access permits ClusterAccess, RegistryAccess {

    /** What people call it, with its address. */
    String label();
}
