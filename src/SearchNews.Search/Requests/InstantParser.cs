using System.Globalization;

namespace SearchNews.Search.Requests;

/// <summary>Reads the times of a request: ISO 8601 dates and instants (UTC where no offset is given), and ages such as <c>24h</c>, <c>7d</c>, <c>3mo</c>.</summary>
public static class InstantParser
{
    /// <summary>What to tell a user about the form of a time.</summary>
    public const string InstantForm = "an ISO 8601 date or instant such as 2021-08-29 or 2021-08-29T12:00:00Z";

    /// <summary>What to tell a user about the form of an age.</summary>
    public const string AgeForm = "an age such as 24h, 7d, 2w, 3mo or 1y";

    private static readonly TimeSpan LastMoment = TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1);

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date or instant; a bare date is its first moment, or its last when <paramref name="endOfDay"/>.</summary>
    public static bool TryParseInstant(string text, bool endOfDay, out DateTimeOffset instant)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out instant))
        {
            // In one step: a whole day more does not exist after the last one.
            if (endOfDay) instant += LastMoment;
            return true;
        }

        return DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, Utc, out instant);
    }

    /// <summary>What to add to a message about an instant whose offset lost its plus: in an address, a bare <c>+</c> is a blank. Nothing for other texts.</summary>
    public static string HintFor(string text)
    {
        int blank = text.LastIndexOf(' ');
        bool lostPlus = blank > 0 && TryParseInstant(string.Concat(text.AsSpan(0, blank), "+", text.AsSpan(blank + 1)), endOfDay: false, out _);
        return lostPlus ? "; in an address, the '+' of an offset is written %2B" : "";
    }

    /// <summary>Reads an age and takes it off <paramref name="now"/>.</summary>
    public static bool TryParseAge(string text, DateTimeOffset now, out DateTimeOffset instant)
    {
        instant = now;
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 5) return false;
        int amount = int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        try
        {
            instant = text[digits..] switch
            {
                "h" => now.AddHours(-amount),
                "d" => now.AddDays(-amount),
                "w" => now.AddDays(-7.0 * amount),
                "mo" => now.AddMonths(-amount),
                "y" => now.AddYears(-amount),
                _ => DateTimeOffset.MinValue,
            };
            return instant != DateTimeOffset.MinValue;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
