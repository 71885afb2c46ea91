package mho.reports.restricted;

/**
 * Where a machine stands behind an epoch.
 *
 * @param epoch counted from 1; 0 before anything is learnt
 * @param likelihood mean log-likelihood of the pictures, exactly, in nats
 * @param seconds since the first picture
 * @param joules since then, those drawn at rest included
 */
public record LikelihoodRecord(int epoch, double likelihood, double seconds, double joules) {}
