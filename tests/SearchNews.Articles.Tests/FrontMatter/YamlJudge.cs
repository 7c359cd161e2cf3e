using System.Text;
using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>YamlDotNet judges the reader of plain front matter: where that reads, both must give the same tokens.</summary>
internal static class YamlJudge
{
    /// <summary>True when the text was read as plain and the judge agrees; false when it was declined.</summary>
    /// <exception cref="ShouldAssertException">The judge gives other tokens, or none.</exception>
    public static bool Agrees(string text, string origin = "")
    {
        if (PlainSplit.Of(text, ArticleLimits.Default.Depth) is not { } tokens)
            return false;

        FrontMatterTokenReader plain = new PlainTokenReader(text.AsMemory(), tokens);
        FrontMatterTokenReader? judge = null;
        try
        {
            FrontMatterGuard.Check(text, ArticleLimits.Default.Depth);
            judge = new YamlTokenReader(text);
            while (plain.Read())
            {
                bool same = judge.Read() && judge.Token == plain.Token && judge.Offset == plain.Offset
                    && judge.IsPlain == plain.IsPlain && string.Equals(judge.Text, plain.Text, StringComparison.Ordinal);
                if (!same)
                    throw Disagreement(text, origin, plain, Say(judge));
            }

            if (judge.Read())
                throw Disagreement(text, origin, plain, Say(judge));
        }
        catch (FrontMatterException e)
        {
            throw Disagreement(text, origin, plain, $"{e.Code} at {e.Offset}: {e.Message}; {e.InnerException?.Message}");
        }

        return true;
    }

    /// <summary>Text as it can be pasted into a test.</summary>
    public static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static ShouldAssertException Disagreement(string text, string origin, FrontMatterTokenReader plain, string judge) =>
        new(new StringBuilder($"Read as plain, and YamlDotNet reads something else {origin}\n")
            .Append("plain: ").Append(Say(plain)).Append("\njudge: ").Append(judge)
            .Append("\ntext: ").Append(Literal(text)).ToString());

    private static string Say(FrontMatterTokenReader reader) =>
        $"{reader.Token} at {reader.Offset} {(reader.IsPlain ? "plain " : "")}{Literal(reader.Text)}";
}
