using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>The tokens of plain front matter, or null when it is not plain.</summary>
internal static class PlainSplit
{
    public static PlainTokens? Of(ReadOnlySpan<char> text, int depth)
    {
        PlainTokens tokens = new();
        tokens.Add(new PlainToken(FrontMatterToken.MapStart, PlainStyle.None, 0, 0, 0));
        return PlainTokenizer.TrySplit(text, depth, tokens) ? tokens : null;
    }
}
