namespace Dashboard.Benchmarks;

/// <summary>The median and the 95th percentile of the samples, in milliseconds.</summary>
internal readonly record struct Percentiles(double P50, double P95)
{
    public static Percentiles Of(IEnumerable<TimeSpan> samples)
    {
        var sorted = samples.Select(sample => sample.TotalMilliseconds).Order().ToArray();
        return new(At(0.50), At(0.95));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    public override string ToString() => $"{P50,7:0.00} {P95,7:0.00}";
}
