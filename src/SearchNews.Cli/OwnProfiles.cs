using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Cli;

/// <summary>Reads the owner's ranking profiles: the section <c>Profiles</c> of the configuration, a profile a name, with the values of <see cref="RankingProfile"/>.</summary>
internal static partial class OwnProfiles
{
    private const string Section = "Profiles";
    private const double MaxLambda = 10;
    private const double MaxHalfDays = 36_500;
    private const double MaxK1 = 10;
    private static readonly string[] Keys = ["lambda", "quality", "coverage", "recency", "recencyHalfDays", "k1", "b"];

    /// <summary>The profiles in the order of the configuration.</summary>
    /// <exception cref="UsageException">A name or value is impossible; the message names the key.</exception>
    public static IReadOnlyList<RankingProfile> Read(IConfiguration configuration) => [.. configuration.GetSection(Section).GetChildren().Select(Read)];

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm { get; }

    private static RankingProfile Read(IConfigurationSection section)
    {
        string name = section.Key.ToLowerInvariant();
        if (!NameForm.IsMatch(name)) throw Impossible(section.Path, "is no name for a profile: up to 32 letters, digits and hyphens");
        if (RankingProfile.Find(name) is not null) throw Impossible(section.Path, "is a profile that there always is; choose another name");
        foreach (IConfigurationSection value in section.GetChildren())
        {
            if (Keys.Contains(value.Key, StringComparer.OrdinalIgnoreCase)) continue;
            string hint = NearestName.Find(value.Key, Keys) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", Keys)}";
            throw Impossible(value.Path, $"is no value of a profile; {hint}");
        }

        var plain = new RankingProfile { Name = name };
        return plain with
        {
            Lambda = Number(section, "lambda", RankingProfile.Balanced.Lambda, 0, MaxLambda),
            Quality = Number(section, "quality", plain.Quality, 0, PriorOverrides.MaxWeight),
            Coverage = Number(section, "coverage", plain.Coverage, 0, PriorOverrides.MaxWeight),
            Recency = Number(section, "recency", plain.Recency, 0, PriorOverrides.MaxWeight),
            RecencyHalfDays = Number(section, "recencyHalfDays", plain.RecencyHalfDays, 1e-3, MaxHalfDays),
            K1 = (float)Number(section, "k1", plain.K1, 0, MaxK1),
            B = (float)Number(section, "b", plain.B, 0, 1),
        };
    }

    private static double Number(IConfigurationSection section, string key, double fallback, double min, double max)
    {
        string? text = section[key];
        if (string.IsNullOrWhiteSpace(text)) return fallback;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= min && value <= max) return value;
        throw Impossible($"{section.Path}:{key}", string.Create(CultureInfo.InvariantCulture, $"is '{text}'; it must be a number from {min} to {max}"));
    }

    private static UsageException Impossible(string key, string problem) => new($"The configuration is wrong: {key} {problem}.");
}
