using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

public sealed class YamlTokenReaderTests
{
    [Fact]
    public void Read_Text_GivesTokensWithOffsets()
    {
        Tokens("a: 1\r\nb:\r\n  - \"x\"\r\n  - {c: d}\r\n").ShouldBe(
        [
            (FrontMatterToken.MapStart, 0, ""),
            (FrontMatterToken.Scalar, 0, "a"),
            (FrontMatterToken.Scalar, 3, "1"),
            (FrontMatterToken.Scalar, 6, "b"),
            (FrontMatterToken.ListStart, 12, ""),
            (FrontMatterToken.Scalar, 14, "x"),
            (FrontMatterToken.MapStart, 23, ""),
            (FrontMatterToken.Scalar, 24, "c"),
            (FrontMatterToken.Scalar, 27, "d"),
            (FrontMatterToken.MapEnd, 28, ""),
            (FrontMatterToken.ListEnd, 31, ""),
            (FrontMatterToken.MapEnd, 31, ""),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# comment")]
    public void Read_NoContent_GivesNoToken(string yaml) => Tokens(yaml).ShouldBeEmpty();

    private static List<(FrontMatterToken Token, int Offset, string Text)> Tokens(string yaml)
    {
        var reader = new YamlTokenReader(yaml);
        var tokens = new List<(FrontMatterToken, int, string)>();
        while (reader.Read())
            tokens.Add((reader.Token, reader.Offset, reader.Text));
        return tokens;
    }
}
