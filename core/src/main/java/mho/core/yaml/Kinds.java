package mho.core.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The records of a family that a file may choose from: those a sealed interface permits, or those registered for one of {@link OpenKinds}. */
public final class Kinds {
    private static final String FOLDER = "META-INF/mho/kinds/";

    private static final ClassValue<List<Class<?>>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> family) {
            return found(family);
        }
    };

    private Kinds() {}

    /** Whether a type is a family of kinds. Java seals an enum some of whose constants have bodies; its constants are words all the same. */
    public static boolean isFamily(Class<?> type) {
        return type.isSealed() && !type.isEnum() || type.isAnnotationPresent(OpenKinds.class);
    }

    /** In the order of their declaration; registered ones in that of their names. */
    public static List<Class<?>> of(Class<?> family) {
        return KNOWN.get(family);
    }

    private static List<Class<?>> found(Class<?> family) {
        Class<?>[] members = family.isSealed() ? family.getPermittedSubclasses() : registered(family);
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> member : members) {
            if (member.isSealed()) {
                kinds.addAll(of(member));
            } else {
                kinds.add(member);
            }
        }
        return Collections.unmodifiableList(kinds);
    }

    private static Class<?>[] registered(Class<?> family) {
        ClassLoader loader = family.getClassLoader();
        List<String> names = new ArrayList<>();
        try {
            for (URL list : Collections.list(loader.getResources(FOLDER + family.getName()))) {
                try (var reader =
                        new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("kinds of " + family.getName() + " cannot be read", e);
        }
        return names.stream()
                .sorted()
                .distinct()
                .map(name -> kind(name, family, loader))
                .toArray(Class<?>[]::new);
    }

    private static Class<?> kind(String name, Class<?> family, ClassLoader loader) {
        try {
            Class<?> kind = Class.forName(name, false, loader);
            if (!family.isAssignableFrom(kind)) {
                throw new IllegalArgumentException(name + " is registered as a " + family.getName() + " and is none");
            }
            return kind;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + " is registered as a " + family.getName() + " and not there", e);
        }
    }
}
