using System.Globalization;

namespace SearchNews.Articles.Binding;

/// <summary>Numbers in front matter: an optional sign, digits with an optional point, an optional exponent; always finite.</summary>
internal static class NumberValue
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>False for anything else: NaN, infinities, numbers too large for a double, hex, thousands separators.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && !IsWord(text);

    /// <summary>The shortest text that gives the same number.</summary>
    public static string Format(double value) => value.ToString(CultureInfo.InvariantCulture);

    // .NET parses the words NaN and Infinity under any style; both are refused above, and so is any other word it may learn.
    private static bool IsWord(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('0', '9');
}
