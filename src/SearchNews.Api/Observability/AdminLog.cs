using SearchNews.Api.Security;

namespace SearchNews.Api.Observability;

/// <summary>One line for each admin call that was let in: who asked, for what, with which outcome. Never the key; an id cannot forge a line.</summary>
internal sealed partial class AdminLog(ILogger<AdminLog> logger)
{
    /// <summary>Writes the line.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What was asked.</param>
    /// <param name="target">The article or job, or null.</param>
    /// <param name="outcome">What became of it.</param>
    public void Write(HttpContext context, string action, string? target, string outcome) =>
        LogAction(action, target is null ? "" : LogText.Escape(target), ClientAddress.Of(context), outcome);

    [LoggerMessage(EventId = 31, Level = LogLevel.Information, Message = "Admin {Action} '{Target}' by {Client}: {Outcome}")]
    private partial void LogAction(string action, string target, string client, string outcome);
}
