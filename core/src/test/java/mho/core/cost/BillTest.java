package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillTest {
    private static final double RELATIVE = 1e-12;

    @Test
    void energyIsCountTimesPrice() {
        Ledger ledger = new Ledger(List.of("conv1", "fc"));
        int convert = ledger.action("adc", "convert");
        int read = ledger.action("buffer", "read");
        int write = ledger.action("buffer", "write");
        ledger.add(0, convert, 100);
        ledger.add(1, convert, 10);
        ledger.add(1, read, 3);
        ledger.add(1, write, 4);

        Bill bill = Bill.of(ledger, List.of(new Price(2, "a"), new Price(5, "b"), new Price(7, "c")));

        assertThat(bill.energyJ(0, convert)).isEqualTo(200);
        assertThat(bill.energyOfLayerJ(0)).isEqualTo(200);
        assertThat(bill.energyOfLayerJ(1)).isEqualTo(20 + 15 + 28);
        assertThat(bill.energyOfComponentJ(1)).isEqualTo(43);
        assertThat(bill.energyOfComponentJ(0, 1)).isZero();
        assertThat(bill.energyOfComponentJ(1, 1)).isEqualTo(43);
        assertThat(bill.energyOfActionJ(convert)).isEqualTo(220);
        assertThat(bill.totalJ()).isEqualTo(263);
        assertThat(bill.price(write).source()).isEqualTo("c");
    }

    @Test
    void aBillDoesNotChangeWhenTheLedgerGoesOn() {
        Ledger ledger = new Ledger(List.of("fc"));
        int convert = ledger.action("adc", "convert");
        ledger.add(0, convert, 1);
        Bill bill = Bill.of(ledger, List.of(new Price(2, "a")));
        ledger.add(0, convert, 1);

        assertThat(bill.totalJ()).isEqualTo(2);
        assertThat(Bill.of(ledger, List.of(new Price(3, "b"))).totalJ()).isEqualTo(6);
    }

    @Test
    void everyActionNeedsAPrice() {
        Ledger ledger = new Ledger(List.of("fc"));
        ledger.action("adc", "convert");

        assertThatThrownBy(() -> Bill.of(ledger, List.of())).hasMessage("1 actions need as many prices, given are 0");
    }

    private static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksBalance(long seed) {
        Random random = new Random(seed);
        int layers = 1 + random.nextInt(40);
        int components = 1 + random.nextInt(20);
        Ledger ledger =
                new Ledger(IntStream.range(0, layers).mapToObj(i -> "layer" + i).toList());
        List<Price> prices = new ArrayList<>();
        for (int action = 0; action < components * 3; action++) {
            ledger.action("component" + random.nextInt(components), "action" + action);
            prices.add(new Price(Math.pow(10, -random.nextInt(16)) * random.nextDouble(), "seeded"));
        }
        for (int i = 0; i < 2_000; i++) {
            double amount = Math.pow(10, random.nextInt(12)) * random.nextDouble();
            ledger.add(random.nextInt(layers), random.nextInt(prices.size()), amount);
        }
        Bill bill = Bill.of(ledger, prices);

        BigDecimal exact = BigDecimal.ZERO;
        for (int layer = 0; layer < layers; layer++) {
            for (int action = 0; action < prices.size(); action++) {
                exact = exact.add(new BigDecimal(bill.energyJ(layer, action)));
            }
        }
        double total = exact.doubleValue();
        String context = "seed " + seed;
        int named = ledger.components().size();
        balances(context, bill.totalJ(), total);
        balances(context, plainSum(layers, bill::energyOfLayerJ), total);
        balances(context, plainSum(named, bill::energyOfComponentJ), total);
        balances(context, plainSum(prices.size(), bill::energyOfActionJ), total);
        for (int layer = 0; layer < layers; layer++) {
            int fixed = layer;
            balances(context, plainSum(named, c -> bill.energyOfComponentJ(fixed, c)), bill.energyOfLayerJ(layer));
        }
    }

    private static double plainSum(int n, IntToDoubleFunction term) {
        return IntStream.range(0, n).mapToDouble(term).sum();
    }

    private static void balances(String context, double sum, double total) {
        assertThat(sum).as(context).isCloseTo(total, within(RELATIVE * total));
    }

    @Test
    void aSumKeepsWhatAdditionsRoundAway() {
        CompensatedSum sum = new CompensatedSum();
        for (double term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(term);
        }

        assertThat(sum.value()).isEqualTo(2);
    }
}
