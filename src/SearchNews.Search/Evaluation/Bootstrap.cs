namespace SearchNews.Search.Evaluation;

/// <summary>Confidence intervals by resampling: the spread of the mean over draws with replacement. The seed is fixed, so equal values give equal intervals.</summary>
internal static class Bootstrap
{
    private const int Draws = 2000;
    private const int Seed = 1;

    /// <summary>The 2.5th and 97.5th percentile of the mean.</summary>
    public static double[] Interval95(double[] values)
    {
        var random = new Random(Seed);
        var means = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++) sum += values[random.Next(values.Length)];
            means[draw] = sum / values.Length;
        }

        Array.Sort(means);
        return [means[(int)(Draws * 0.025)], means[(int)(Draws * 0.975)]];
    }
}
