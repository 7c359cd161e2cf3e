using System.Globalization;
using System.Text;

namespace SearchNews.Api.Observability;

/// <summary>Text of users, as it may stand in a log.</summary>
internal static class LogText
{
    private const int MaxLength = 300;

    /// <summary>Text on one line and without characters that a terminal acts on or that turn the direction of what follows; cut after 300 characters.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder();
        foreach (char c in text.Length <= MaxLength ? text : text[..MaxLength])
        {
            bool plain = c != '\\' && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
            if (plain) safe.Append(c);
            else safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return text.Length <= MaxLength ? safe.ToString() : safe.Append("...").ToString();
    }
}
