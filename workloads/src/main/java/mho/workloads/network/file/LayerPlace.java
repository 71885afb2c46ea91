package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Doc;
import org.jspecify.annotations.Nullable;

/** Where a layer stands. */
record LayerPlace(
        @Doc("name; by default the kind and a number, as in conv3") @Nullable String name,
        @Doc("names of the layers it reads; by default the one before it") @Nullable List<String> from) {}
