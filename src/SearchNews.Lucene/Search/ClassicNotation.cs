using System.Globalization;

namespace SearchNews.Lucene.Search;

/// <summary>Pieces of the notation in which Lucene prints queries.</summary>
internal static class ClassicNotation
{
    /// <summary><c>field:</c>, or nothing for the default field.</summary>
    public static string Field(string field, string defaultField) => string.Equals(field, defaultField, StringComparison.Ordinal) ? "" : field + ":";

    /// <summary>A float32 as Java prints it: at least one decimal; with an exponent below 0.001 and from ten million on.</summary>
    public static string Float(float value)
    {
        if (value == 0) return float.IsNegative(value) ? "-0.0" : "0.0";
        if (!float.IsFinite(value)) return float.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        float size = Math.Abs(value);
        if (size is >= 1e-3f and < 1e7f) return shortest.Contains('.') ? shortest : shortest + ".0";

        ReadOnlySpan<char> mantissa = shortest.AsSpan().TrimStart('-');
        int exponent = 0;
        int mark = mantissa.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(mantissa[(mark + 1)..], CultureInfo.InvariantCulture);
            mantissa = mantissa[..mark];
        }

        int point = mantissa.IndexOf('.');
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        string digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        exponent -= digits.Length - significant.Length;
        string decimals = significant[1..].TrimEnd('0');
        return $"{(value < 0 ? "-" : "")}{significant[0]}.{(decimals.Length == 0 ? "0" : decimals)}E{exponent}";
    }
}
