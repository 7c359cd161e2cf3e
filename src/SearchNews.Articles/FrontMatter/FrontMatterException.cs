namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Ends the reading of one front matter; caught by <see cref="FrontMatterParser"/> and turned into a diagnostic. The message
/// never quotes the text, so that nothing of the `secured` blob can be in it.
/// </summary>
internal sealed class FrontMatterException : Exception
{
    public FrontMatterException(string code, int offset, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Offset = offset;
    }

    /// <summary>One of <see cref="Diagnostics.DiagnosticCode"/>.</summary>
    public string Code { get; }

    /// <summary>Offset into the front matter, UTF-16 units; may lie past its end.</summary>
    public int Offset { get; }
}
