package mho.core.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Turns a recipe's steps and arrows into a block of {@link RecipeCode} and their {@link Claim}s, and adds both to the model. */
final class RecipeWriter {
    private final RecipeBuilder recipe;
    private final Ints code;
    private final Ints claims;
    private final int begin;
    private final int steps;
    private final int[] waitsFor;
    private final int[][] followers;

    RecipeWriter(RecipeBuilder recipe) {
        this.recipe = recipe;
        code = recipe.model.recipes.words();
        claims = recipe.model.claims.words();
        begin = code.size();
        steps = recipe.occupancy.size();
        waitsFor = new int[steps];
        followers = followers();
    }

    int write() {
        int joins = count(waits -> waits >= 2);
        int entries = count(waits -> waits == 0);
        int firstStep = RecipeCode.HEAD + joins + entries;
        writeHead(joins, entries, firstStep);
        writeSteps();
        for (int step = 0; step < steps; step++) {
            writeFollowers(begin + firstStep + step * RecipeCode.STEP, step);
        }
        code.set(begin + RecipeCode.LENGTH, code.size() - begin);
        int number = recipe.model.recipes.close(begin);
        if (number == recipe.model.recipeSteps.size()) {
            recipe.model.recipeSteps.add(steps);
        }
        return number;
    }

    /** The steps behind each step, in ascending order, whatever the order the arrows were given in; counts waitsFor too. */
    private int[][] followers() {
        int[] count = new int[steps];
        for (int i = 0; i < recipe.before.size(); i++) {
            waitsFor[recipe.behind.get(i)]++;
            count[recipe.before.get(i)]++;
        }
        int[][] behind = new int[steps][];
        Arrays.setAll(behind, step -> new int[count[step]]);
        for (int i = 0; i < recipe.before.size(); i++) {
            int step = recipe.before.get(i);
            behind[step][--count[step]] = recipe.behind.get(i);
        }
        for (int[] each : behind) {
            Arrays.sort(each);
        }
        return behind;
    }

    private void writeHead(int joins, int entries, int firstStep) {
        code.add(0); // the length, when it is known
        code.add(recipe.freeing < 0 ? 0 : 1);
        code.add((int) Arrays.stream(followers).filter(f -> f.length == 0).count());
        code.add(joins);
        code.add(entries);
        for (int waits : waitsFor) {
            if (waits >= 2) {
                code.add(waits);
            }
        }
        for (int step = 0; step < steps; step++) {
            if (waitsFor[step] == 0) {
                code.add(firstStep + step * RecipeCode.STEP);
            }
        }
    }

    private void writeSteps() {
        int joins = 0;
        for (int step = 0; step < steps; step++) {
            int claim = writeClaim(step);
            code.add(recipe.trains.get(step) == 0 ? claim : ~claim);
            code.add(waitsFor[step] >= 2 ? joins++ : RecipeCode.NO_JOIN);
            code.add(0); // what follows, when it is known
            code.add(step == recipe.freeing ? 1 : 0);
        }
    }

    private void writeFollowers(int at, int step) {
        int[] behind = followers[step];
        if (behind.length == 1) {
            code.set(at + RecipeCode.NEXT, (behind[0] - step) * RecipeCode.STEP);
        } else if (behind.length > 1) {
            code.set(at + RecipeCode.NEXT, at - code.size());
            code.add(behind.length);
            for (int follower : behind) {
                code.add((follower - step) * RecipeCode.STEP);
            }
        }
    }

    private int writeClaim(int step) {
        int start = claims.size();
        int from = step == 0 ? 0 : recipe.resourcesEnd.get(step - 1);
        int to = recipe.resourcesEnd.get(step);
        claims.add(to - from);
        claims.add(recipe.occupancy.get(step));
        claims.add(recipe.latency.get(step));
        claims.add(recipe.configuration.get(step));
        claims.add(recipe.clock.get(step));
        claims.add(recipe.align.get(step));
        for (int i = from; i < to; i++) {
            claims.add(recipe.resources.get(i));
        }
        return recipe.model.claims.start(recipe.model.claims.close(start));
    }

    private int count(IntPredicate which) {
        return (int) Arrays.stream(waitsFor).filter(which).count();
    }
}
