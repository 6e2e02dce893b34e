package marketplace.local.platform;

/**
 * Something that lives inside a part and has a state of its own there, such as a connector: the platform brings it in
 * and shows it, and has no process of its own to kill.
 *
 * @param address where it is looked at, for people, or nothing
 * @param note what is worth saying beside the state, such as why it failed, or nothing
 */
public record InnerPart(String name, PartState state, String address, String note) {}
