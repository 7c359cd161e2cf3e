using System.Globalization;
using System.Net;
using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>
/// Decodes HTML entities that end in a semicolon. Without one (`R&amp;D`, `?a=1&amp;copy=2`) an ampersand is text. Pure, linear.
/// </summary>
internal static class HtmlEntities
{
    /// <summary>Longest name looked up; HTML 4 has 8 letters (`thetasym`).</summary>
    private const int MaxNameLength = 8;

    /// <summary>Longest run of digits looked at, leading zeros included.</summary>
    private const int MaxDigits = 10;

    /// <summary>
    /// Decodes, and decodes what that gives again when it begins an entity: `&amp;amp;#39;` is an apostrophe. Unknown entities
    /// and numbers that are no character stay as they are.
    /// </summary>
    public static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int ampersand = text.IndexOf('&', at);
            if (ampersand < 0)
                break;
            decoded.Append(text, at, ampersand - at);

            // `at` stands behind an ampersand that is written or was itself decoded; nothing is scanned twice.
            at = ampersand + 1;
            string value = "&";
            while (value == "&" && TryEntity(text.AsSpan(at), out string next, out int length))
            {
                value = next;
                at += length;
            }

            decoded.Append(value);
        }

        return decoded.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Reads what follows an ampersand, semicolon included.</summary>
    private static bool TryEntity(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        return !text.IsEmpty && (text[0] == '#' ? TryNumber(text, out value, out length) : TryName(text, out value, out length));
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        bool hex = text.Length > 1 && text[1] is 'x' or 'X';
        ReadOnlySpan<char> rest = text[(hex ? 2 : 1)..];
        int digits = 0;
        while (digits < rest.Length && digits < MaxDigits && (hex ? char.IsAsciiHexDigit(rest[digits]) : char.IsAsciiDigit(rest[digits])))
            digits++;
        if (digits == 0 || digits == rest.Length || rest[digits] != ';')
            return false;
        NumberStyles style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!long.TryParse(rest[..digits], style, CultureInfo.InvariantCulture, out long number))
            return false;

        // Numbers 128 to 159 mean Windows-1252, as browsers have it: &#150; is an en dash.
        if (number is >= 0x80 and <= 0x9F)
            number = Windows1252.ToChar((byte)number);
        if (number is <= 0 or > 0x10FFFF || !Rune.IsValid((int)number))
            return false;
        value = new Rune((int)number).ToString();
        length = (hex ? 2 : 1) + digits + 1;
        return true;
    }

    private static bool TryName(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        int letters = 0;
        while (letters < text.Length && letters <= MaxNameLength && char.IsAsciiLetterOrDigit(text[letters]))
            letters++;
        if (letters is 0 or > MaxNameLength || letters == text.Length || text[letters] != ';')
            return false;
        string entity = string.Concat("&", text[..(letters + 1)]);
        value = WebUtility.HtmlDecode(entity);
        length = letters + 1;
        return value != entity;
    }
}
