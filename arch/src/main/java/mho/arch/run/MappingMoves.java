package mho.arch.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mho.arch.plan.CopyChoice;
import mho.arch.plan.CopyPlan;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Stage;

/** What a search goes on with from one mapping: changes of what keeps its busiest resources busy, those that promise most first. */
record MappingMoves(Pipeline pipeline, CopyChoice choice) {
    /** What is as busy as the busiest, up to a part of it, is in the way as well. */
    private static final double AS_BUSY = 0.03;

    /** Other copies of a layer that what is in the way is busy for, those that promise most first. */
    List<CopyPlan> from(OneInput one) {
        List<CopyPlan> moves = new ArrayList<>();
        if (isOnItsWay(one)) {
            moves.addAll(orders(one));
        }
        slowest(one).forEach(other -> moves.add(one.plan().with(other)));
        slightlyMore(one).ifPresent(moves::add);
        others(one).forEach(other -> moves.add(one.plan().with(other)));
        return moves;
    }

    private List<int[]> others(OneInput from) {
        List<int[]> moves = new ArrayList<>();
        for (int resource : inTheWay(from)) {
            for (Stage stage : usersOf(from, resource)) {
                boolean arrays = from.program().pipelines().get(stage.id()).get(resource);
                int now = from.plan().copies()[stage.id()];
                int[] others = arrays
                        ? new int[] {
                            choice.more(stage, now * 2 - 1), choice.more(stage, now * 3 / 2), choice.more(stage, now)
                        }
                        : new int[] {
                            choice.more(stage, now * 3 / 2),
                            choice.fewer(stage, now / 2 + 1),
                            choice.more(stage, now),
                            choice.fewer(stage, now)
                        };
                for (int copies : others) {
                    if (copies != now && copies > 0) {
                        int[] move = from.plan().copies().clone();
                        move[stage.id()] = copies;
                        moves.add(choice.madeToFit(move, stage));
                    }
                }
            }
        }
        return moves;
    }

    /** More copies of all layers whose own arrays are in the way: one alone would leave the others there. */
    private List<int[]> slowest(OneInput from) {
        List<Stage> slow = slow(from);
        List<int[]> moves = new ArrayList<>();
        for (double factor : slow.size() < 2 ? new double[0] : new double[] {2, 1.5, 1}) {
            int[] move = from.plan().copies().clone();
            for (Stage stage : slow) {
                move[stage.id()] = choice.more(stage, (int) (factor * move[stage.id()]) - (factor > 1 ? 1 : 0));
            }
            if (choice.fits(move)) {
                moves.add(move);
            }
        }
        return moves;
    }

    /** The same by as little as strips can whose borders sway. */
    private Optional<CopyPlan> slightlyMore(OneInput from) {
        int[] move = from.plan().copies().clone();
        slow(from).forEach(stage -> move[stage.id()] = choice.slightlyMore(stage, move[stage.id()]));
        return choice.fits(move) ? Optional.of(from.plan().swaying(move)) : Optional.empty();
    }

    private List<Stage> slow(OneInput from) {
        List<Stage> slow = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            double most = from.program().pipelines().get(stage.id()).stream()
                    .mapToDouble(from::load)
                    .max()
                    .orElse(0);
            if (choice.isOpen(stage) && most >= from.boundTicks() * (1 - AS_BUSY)) {
                slow.add(stage);
            }
        }
        return slow;
    }

    private static int[] inTheWay(OneInput from) {
        int resources = from.program().model().resources();
        double most = from.boundTicks();
        return IntStream.range(0, resources)
                .filter(r -> from.load(r) >= most * (1 - AS_BUSY))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer r) -> -from.load(r)))
                .limit(3)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Layers with copies to choose that keep a resource busy. */
    private List<Stage> usersOf(OneInput from, int resource) {
        List<Stage> users = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            BitSet used = from.program().resources().get(stage.id());
            BitSet arrays = from.program().pipelines().get(stage.id());
            if (used.get(resource) || arrays.get(resource)) {
                Stage with = stage.tiling() == null && !stage.isInput()
                        ? pipeline.stages().get(stage.inputs().get(0).producer())
                        : stage;
                if (choice.isOpen(with) && !users.contains(with)) {
                    users.add(with);
                }
            }
        }
        return users;
    }

    /** Whether values on their way keep the busiest resource busy, and no layer's own arrays. */
    private boolean isOnItsWay(OneInput one) {
        return IntStream.of(inTheWay(one))
                .anyMatch(resource -> one.program().pipelines().stream().noneMatch(arrays -> arrays.get(resource)));
    }

    /** More layers column by column, or fewer; all of them first. */
    private List<CopyPlan> orders(OneInput one) {
        int now = one.plan().together();
        int most = choice.sizes();
        IntStream others = !choice.isOrderOpen()
                ? IntStream.empty()
                : now == 0 ? IntStream.of(most, most - 1, most / 2) : IntStream.of(now - 1, now + 1);
        return others.filter(sizes -> sizes >= 0 && sizes <= most && sizes != now)
                .distinct()
                .mapToObj(one.plan()::with)
                .toList();
    }
}
