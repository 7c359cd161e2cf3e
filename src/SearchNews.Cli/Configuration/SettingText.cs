using System.Globalization;

namespace SearchNews.Cli.Configuration;

/// <summary>Reads values of settings; what cannot be read is named with its key.</summary>
internal static class SettingText
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        // "ms" before "s", which it ends with too.
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static int ToNumber(string key, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new UsageException($"{key} is '{text}'; it must be a whole number.");

    /// <summary>Reads a number with a unit: <c>500ms</c>, <c>2s</c>, <c>1.5m</c>, <c>1h</c>.</summary>
    /// <exception cref="UsageException">It is no such time.</exception>
    public static TimeSpan ToTime(string key, string text)
    {
        foreach ((string unit, TimeSpan length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            bool isNumber = double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double count);
            if (isNumber && Math.Abs(count * length.TotalDays) < 1_000_000) return count * length;
            break;
        }

        throw new UsageException($"{key} is '{text}'; it must be a number with a unit, such as 500ms, 2s, 1m or 1h.");
    }

    /// <summary>The parts of a list in one text.</summary>
    public static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
