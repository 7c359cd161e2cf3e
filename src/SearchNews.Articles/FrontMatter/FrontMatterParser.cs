using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using SearchNews.Articles.Binding;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Front matter to draft: picks the token reader and binds its tokens. Plain front matter, which is nearly all there is, is read by
/// <see cref="PlainTokenReader"/>; what that declines, errors among it, is read from its start by <see cref="YamlTokenReader"/> behind a
/// guard. Both give the same tokens for what both read. Stateless and safe to share.
/// </summary>
internal static class FrontMatterParser
{
    /// <summary>Characters that YAML 1.1 takes for line ends, and YAML 1.2 and editors do not: NEL, LS, PS.</summary>
    private const string FormerLineEnds = "\u0085\u2028\u2029";

    /// <summary>More tokens than an article has; memory for more is not kept.</summary>
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static Scratch? t_scratch;

    /// <summary>Reads the front matter; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    /// <param name="utf8">Checked UTF-8.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="tryPlain">False leaves all to the reference reader, as tests of agreement do.</param>
    /// <returns>What could be read. Not to be used when there are errors.</returns>
    public static ArticleDraft Parse(ReadOnlySpan<byte> utf8, ArticleLimits limits, DiagnosticBag diagnostics, bool tryPlain = true)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(utf8.Length));
        try
        {
            ReadOnlyMemory<char> text = Decode(utf8, buffer);
            diagnostics.SetText(text, FrontMatterBlock.FirstLine);
            return Parse(text, limits, diagnostics, tryPlain);
        }
        finally
        {
            diagnostics.SetText(default, firstLine: 1);
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static ArticleDraft Parse(ReadOnlyMemory<char> text, ArticleLimits limits, DiagnosticBag diagnostics, bool tryPlain)
    {
        var draft = new ArticleDraft();
        Scratch scratch = t_scratch ?? new Scratch();
        t_scratch = null;
        try
        {
            bool isPlain = tryPlain && PlainTokenizer.TrySplit(text.Span, limits.Depth, scratch.Tokens);
            FrontMatterTokenReader reader = isPlain ? new PlainTokenReader(text, scratch.Tokens) : GuardedYaml(text, limits);
            new ArticleBinder(new FrontMatterCursor(reader, limits, scratch.Levels), diagnostics).Bind(draft);
        }
        catch (FrontMatterException e)
        {
            diagnostics.Error(e.Code, e.Offset, e.Message);
        }

        if (scratch.Tokens.Capacity <= MostKept) t_scratch = scratch;
        return draft;
    }

    // A call of its own, so that a process that only meets plain front matter never loads YamlDotNet.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static YamlTokenReader GuardedYaml(ReadOnlyMemory<char> text, ArticleLimits limits)
    {
        FrontMatterGuard.Check(text.Span, limits.Depth);
        return new YamlTokenReader(text.ToString());
    }

    /// <summary>Decodes checked UTF-8. Former line ends become blanks, one for one, so that lines are those an editor shows.</summary>
    private static ReadOnlyMemory<char> Decode(ReadOnlySpan<byte> utf8, char[] buffer)
    {
        int length = Encoding.UTF8.GetChars(utf8, buffer);
        Span<char> text = buffer.AsSpan(0, length);
        if (text.ContainsAny(FormerLineEnds))
        {
            foreach (char end in FormerLineEnds)
                text.Replace(end, ' ');
        }

        return buffer.AsMemory(0, length);
    }

    /// <summary>What a thread uses again for its next article.</summary>
    private sealed class Scratch
    {
        public PlainTokens Tokens { get; } = new();

        public List<FrontMatterLevel> Levels { get; } = [];
    }
}
