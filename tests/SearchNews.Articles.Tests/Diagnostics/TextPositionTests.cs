using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests.Diagnostics;

public sealed class TextPositionTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\rb", 3, 3, 1)]
    [InlineData("a\n\r\nb", 4, 3, 1)]
    [InlineData("ab", 99, 1, 3)]
    [InlineData("ab", -1, 1, 1)]
    [InlineData("a\u2028b", 2, 1, 3)]
    public void At_Offset_CountsAsEditorsDo(string text, int offset, int line, int column) =>
        TextPosition.At(text, offset, 1).ShouldBe(new TextPosition(line, column));

    [Fact]
    public void At_FirstLine_IsAdded() => TextPosition.At("a\nb", 2, 7).ShouldBe(new TextPosition(8, 1));
}
