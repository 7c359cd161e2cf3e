using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNews.Api.Tests.Observability;

/// <summary>The grammar of Prometheus's text format 0.0.4, stricter than Prometheus: each family once, help and type before its samples, no sample twice, histograms that add up.</summary>
internal static partial class PrometheusParser
{
    private static readonly string[] Types = ["counter", "gauge", "histogram", "summary"];

    /// <summary>The samples by name and labels as written.</summary>
    public static Dictionary<string, double> Parse(string text)
    {
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\r");
        var samples = new Dictionary<string, double>(StringComparer.Ordinal);
        var families = new HashSet<string>(StringComparer.Ordinal);
        string family = "", type = "";
        string[] lines = text[..^1].Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Help.Match(lines[i]) is { Success: true } help)
            {
                family = help.Groups["name"].Value;
                families.Add(family).ShouldBeTrue($"{family} comes twice");
                Match declared = Type.Match(lines[++i]);
                declared.Groups["name"].Value.ShouldBe(family, lines[i]);
                type = declared.Groups["type"].Value;
                Types.ShouldContain(type);
                if (type == "counter") family.ShouldEndWith("_total");
                continue;
            }

            Match sample = Sample.Match(lines[i]);
            sample.Success.ShouldBeTrue($"line {i + 1} is no sample: {lines[i]}");
            string name = sample.Groups["name"].Value;
            string[] names = type switch
            {
                "histogram" => [family + "_bucket", family + "_sum", family + "_count"],
                "summary" => [family, family + "_sum", family + "_count"],
                _ => [family],
            };
            names.ShouldContain(name, $"line {i + 1} is not of {family}");
            string[] labels = [.. sample.Groups["label"].Captures.Select(c => c.Value)];
            labels.ShouldBeUnique();
            string number = sample.Groups["value"].Value;
            double value = number == "+Inf" ? double.PositiveInfinity : double.Parse(number, CultureInfo.InvariantCulture);
            if (type != "gauge") value.ShouldBeGreaterThanOrEqualTo(0);
            samples.TryAdd(name + sample.Groups["labels"].Value, value).ShouldBeTrue($"twice: {lines[i]}");
        }

        CheckHistograms(samples);
        return samples;
    }

    private static void CheckHistograms(Dictionary<string, double> samples)
    {
        var buckets = samples.Where(s => s.Key.Contains("_bucket{", StringComparison.Ordinal))
            .Select(s => (Match: Bucket.Match(s.Key), s.Value))
            .GroupBy(b => (Name: b.Match.Groups["name"].Value, Labels: b.Match.Groups["labels"].Value));
        foreach (var histogram in buckets)
        {
            histogram.Key.Name.ShouldNotBeEmpty();
            double[] counts = [.. histogram.Select(b => b.Value)];
            counts.ShouldBe([.. counts.Order()]);
            histogram.Last().Match.Groups["le"].Value.ShouldBe("+Inf");
            samples[$"{histogram.Key.Name}_count{{{histogram.Key.Labels}}}"].ShouldBe(counts[^1]);
            samples.ShouldContainKey($"{histogram.Key.Name}_sum{{{histogram.Key.Labels}}}");
        }
    }

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\]|\\\\|\\n)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Help { get; }

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>[a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Type { get; }

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{(?:(?<label>[a-zA-Z_][a-zA-Z0-9_]*)=""(?:[^""\\]|\\[\\""n])*""(?:,(?!\})|(?=\})))+\})? (?<value>[+-]?(?:[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|Inf)|NaN)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sample { get; }

    [GeneratedRegex(@"^(?<name>[a-zA-Z0-9_]+)_bucket\{(?<labels>.*),le=""(?<le>[^""]+)""\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Bucket { get; }
}
