package mho.reports.figures;

import java.math.BigDecimal;

/**
 * A metric as people name it, see {@link MetricTable}.
 *
 * @param scale how many SI units one of the named unit makes
 * @param <T> what it is a figure of
 */
public record MetricName<T>(String name, Figure<T> metric, BigDecimal scale) {}
