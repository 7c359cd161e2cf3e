using System.Collections;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests;

/// <summary>The `secured` blob must not survive reading: neither in the model nor in a diagnostic.</summary>
public sealed class SecuredTests
{
    private const string Secret = "SECRETBLOB";

    [Theory]
    [InlineData("secured: \"SECRETBLOB==;SECRETBLOB==\"")]
    [InlineData("secured: SECRETBLOB")]
    [InlineData("secured: |\n  SECRETBLOB\n  SECRETBLOB")]
    [InlineData("secured: {SECRETBLOB: SECRETBLOB}")]
    [InlineData("secured: [SECRETBLOB, [SECRETBLOB]]")]
    [InlineData("secured: {SECRETBLOB: 1, SECRETBLOB: 2}")]
    [InlineData("secured: \"SECRETBLOB")]
    [InlineData("secured: \"SECRETBLOB\\q\"")]
    [InlineData("secured: 'SECRETBLOB' SECRETBLOB")]
    [InlineData("secured: *SECRETBLOB")]
    [InlineData("secured: &SECRETBLOB x")]
    [InlineData("secured: !SECRETBLOB x")]
    [InlineData("secured: SECRETBLOB: SECRETBLOB")]
    [InlineData("secured: SECRETBLOB\nsecured: SECRETBLOB")]
    [InlineData("secured: [[[[[SECRETBLOB]]]]]")]
    [InlineData("secured: \"SECRETBLOB\\uD83D\"")]
    [InlineData("secured: SECRETBLOB\n SECRETBLOB: x")]
    [InlineData("related:\n- secured: SECRETBLOB\n- {secured: SECRETBLOB, secured: SECRETBLOB}")]
    public void Read_Secured_IsNowhereInTheResult(string yaml)
    {
        ArticleReadResult result = Reading.FrontMatter(yaml, new ArticleLimits { Depth = 5 });

        foreach (ArticleDiagnostic diagnostic in result.Diagnostics)
            diagnostic.ToString().ShouldNotContain(Secret);
        foreach (string text in Texts(result.Article))
            text.ShouldNotContain(Secret);
    }

    [Fact]
    public void Texts_OfAnArticle_SeesNestedValues()
    {
        // The walk above would find the blob if it were kept.
        Article article = Reading.FrontMatter("related:\n- title: SECRETBLOB").Clean();

        Texts(article).ShouldContain(text => text.Contains(Secret, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => list.Cast<object?>().SelectMany(Texts),
        _ when value.GetType().Namespace!.StartsWith("SearchNews", StringComparison.Ordinal) =>
            value.GetType().GetProperties().SelectMany(property => Texts(property.GetValue(value))),
        _ => [value.ToString()!],
    };
}
