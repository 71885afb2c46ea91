package mho.core.cost;

import java.util.Map;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** Power that a part draws whatever it does, beside what it leaks: all the time, or in some of it. */
public record StaticPower(
        @Scales(why = "carried as leakage is")
                @Unit("W")
                @Range(min = 0)
                @Doc("static power of one instance, beside its leakage")
                double power,
        @Scales(why = "it says when, not how much")
                @Key("while")
                @Default("always")
                @Doc(
                        "when it is drawn: always, while the chip has work (on), or while a layer that uses the part is at work (in-use)")
                DrawnWhile drawn,
        @Scales(why = "it is no figure")
                @Doc("who set a stated figure, where that is neither source nor reasoning")
                @Nullable
                Map<String, String> setBy) {}
