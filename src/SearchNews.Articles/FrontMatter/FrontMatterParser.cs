using System.Text;
using SearchNews.Articles.Binding;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Front matter to draft: guards the raw text, picks the token reader and binds its tokens. A faster reader for the plain subset of
/// YAML belongs here: tried first, with <see cref="YamlTokenReader"/> as the judge of its tests and as the fallback for
/// what it declines. Stateless and safe to share.
/// </summary>
internal static class FrontMatterParser
{
    /// <summary>Characters that YAML 1.1 takes for line ends, and YAML 1.2 and editors do not: NEL, LS, PS.</summary>
    private const string FormerLineEnds = "\u0085\u2028\u2029";

    /// <summary>Reads the front matter; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    /// <returns>What could be read. Not to be used when there are errors.</returns>
    public static ArticleDraft Parse(ReadOnlySpan<byte> utf8, ArticleLimits limits, DiagnosticBag diagnostics)
    {
        string text = Decode(utf8);
        diagnostics.SetText(text, FrontMatterBlock.FirstLine);
        var draft = new ArticleDraft();
        try
        {
            FrontMatterGuard.Check(text, limits.Depth);
            var cursor = new FrontMatterCursor(new YamlTokenReader(text), limits);
            new ArticleBinder(cursor, diagnostics).Bind(draft);
        }
        catch (FrontMatterException e)
        {
            diagnostics.Error(e.Code, e.Offset, e.Message);
        }

        return draft;
    }

    /// <summary>Decodes checked UTF-8. Former line ends become blanks, one for one, so that lines are those an editor shows.</summary>
    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8);
        if (text.AsSpan().IndexOfAny(FormerLineEnds) < 0)
            return text;
        return string.Create(text.Length, text, static (buffer, source) =>
        {
            source.CopyTo(buffer);
            foreach (char end in FormerLineEnds)
                buffer.Replace(end, ' ');
        });
    }
}
