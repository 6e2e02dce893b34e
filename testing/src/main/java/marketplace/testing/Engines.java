package marketplace.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class the engines that it names, with what they need, before its first test. All classes of a test run
 * share them: the first class to ask for an engine starts it, and all stop after the last class. Constructors and
 * methods of the class may take {@link RunningEngines}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(EnginesExtension.class)
public @interface Engines {
    Engine[] value();
}
