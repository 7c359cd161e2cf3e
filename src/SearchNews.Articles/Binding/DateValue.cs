namespace SearchNews.Articles.Binding;

/// <summary>
/// Dates in front matter, ISO 8601: `yyyy-MM-dd`, then optionally `T` or blanks, `HH:mm`, optionally `:ss` with a fraction,
/// and optionally `Z`, `+HH`, `+HHmm` or `+HH:mm`, blanks allowed before. Without a zone, and without a time, UTC is meant.
/// Years 1 to 9999; fractions below 100 ns are dropped.
/// </summary>
internal static class DateValue
{
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>False when the text is of another form or names no real time, such as 30 February.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        text = text.Trim();
        if (!TryDay(ref text, out DateTime time) || !TryTime(ref text, ref time, out bool hasTime))
            return false;
        if (!TryZone(ref text, hasTime, out int minutes) || !text.IsEmpty)
            return false;

        long ticks = time.Ticks - (minutes * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryDay(ref ReadOnlySpan<char> text, out DateTime day)
    {
        day = default;
        if (!TryDigits(ref text, 4, out int year) || !TryChar(ref text, '-')
            || !TryDigits(ref text, 2, out int month) || !TryChar(ref text, '-') || !TryDigits(ref text, 2, out int dayOfMonth))
        {
            return false;
        }

        if (year == 0 || month is 0 or > 12 || dayOfMonth == 0 || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryTime(ref ReadOnlySpan<char> text, ref DateTime time, out bool hasTime)
    {
        hasTime = false;
        if (text.IsEmpty)
            return true;
        if (!TryChar(ref text, 'T') && !TryChar(ref text, 't') && !TryBlanks(ref text))
            return false;
        if (!TryDigits(ref text, 2, out int hour) || !TryChar(ref text, ':') || !TryDigits(ref text, 2, out int minute))
            return false;

        int second = 0;
        long ticks = 0;
        if (TryChar(ref text, ':') && (!TryDigits(ref text, 2, out second) || !TryFraction(ref text, out ticks)))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        time = time.AddTicks(new TimeSpan(hour, minute, second).Ticks + ticks);
        hasTime = true;
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryChar(ref text, '.') && !TryChar(ref text, ','))
            return true;
        long unit = TimeSpan.TicksPerSecond;
        int digits = 0;
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
        {
            unit /= 10;
            ticks += (text[digits] - '0') * unit;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TryZone(ref ReadOnlySpan<char> text, bool hasTime, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty)
            return true;
        text = text.TrimStart();
        if (!hasTime || TryChar(ref text, 'Z') || TryChar(ref text, 'z'))
            return hasTime;

        bool negative = TryChar(ref text, '-');
        if (!negative && !TryChar(ref text, '+'))
            return false;
        if (!TryDigits(ref text, 2, out int hour))
            return false;
        int minute = 0;
        if (!text.IsEmpty)
        {
            TryChar(ref text, ':');
            if (!TryDigits(ref text, 2, out minute) || minute > 59)
                return false;
        }

        minutes = (hour * 60) + minute;
        if (minutes > MaxOffsetMinutes)
            return false;
        minutes = negative ? -minutes : minutes;
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
            return false;
        for (int i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
            value = (value * 10) + (text[i] - '0');
        }

        text = text[count..];
        return true;
    }

    private static bool TryChar(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c)
            return false;
        text = text[1..];
        return true;
    }

    private static bool TryBlanks(ref ReadOnlySpan<char> text)
    {
        int length = text.Length;
        text = text.TrimStart();
        return text.Length < length;
    }
}
