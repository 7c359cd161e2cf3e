using System.Globalization;
using System.Text;
using SearchNews.Api.Security;

namespace SearchNews.Api.Observability;

/// <summary>One line for each admin call that was let in: who asked, for what, with which outcome. Never the key; an id cannot forge a line.</summary>
internal sealed partial class AdminLog(ILogger<AdminLog> logger)
{
    private const int MaxTarget = 300;

    /// <summary>Writes the line.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What was asked.</param>
    /// <param name="target">The article or job, or null.</param>
    /// <param name="outcome">What became of it.</param>
    public void Write(HttpContext context, string action, string? target, string outcome) =>
        LogAction(action, target is null ? "" : Escape(target), ClientAddress.Of(context), outcome);

    /// <summary>Text on one line and without characters that a terminal acts on or that turn the direction of what follows.</summary>
    internal static string Escape(string text)
    {
        var safe = new StringBuilder();
        foreach (char c in text.Length <= MaxTarget ? text : text[..MaxTarget])
        {
            bool plain = c != '\\' && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
            if (plain) safe.Append(c);
            else safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return text.Length <= MaxTarget ? safe.ToString() : safe.Append("...").ToString();
    }

    [LoggerMessage(EventId = 31, Level = LogLevel.Information, Message = "Admin {Action} '{Target}' by {Client}: {Outcome}")]
    private partial void LogAction(string action, string target, string client, string outcome);
}
