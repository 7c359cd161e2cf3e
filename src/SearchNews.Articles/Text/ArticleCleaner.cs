namespace SearchNews.Articles.Text;

/// <summary>
/// Turns text as publishers write it into text as people read it: HTML entities decoded (however often they were escaped),
/// tags dropped, UTF-8 that was read as Windows-1252 repaired where that is certain, invisible characters dropped, white
/// space folded to single blanks and trimmed. Pure and safe to share; the source is never changed.
/// </summary>
public static class ArticleCleaner
{
    /// <summary>The cleaned text; the same instance when there is nothing to clean. Time is linear in the length.</summary>
    /// <remarks>The result is well-formed UTF-16: a lone surrogate becomes U+FFFD.</remarks>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (WhiteSpace.IsPlain(text) && !text.AsSpan().ContainsAny('&', '<'))
            return text;
        if (text.Contains('&', StringComparison.Ordinal))
            text = HtmlEntities.Decode(text);
        if (text.Contains('<', StringComparison.Ordinal))
            text = HtmlTags.Drop(text);
        return WhiteSpace.Fold(Mojibake.Repair(text));
    }
}
