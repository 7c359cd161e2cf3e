namespace SearchNews.Lucene.Tests.TestingTests;

public sealed class LineAssertTests
{
    [Fact]
    public void FirstDifference_SameText_IsNull() => LineAssert.FirstDifference("a\nb\n", "a\nb\n").ShouldBeNull();

    [Fact]
    public void FirstDifference_OtherLine_ShowsBothAndTheLinesBefore() =>
        LineAssert.FirstDifference("a\nb\nc", "a\nx\nc").ShouldBe("Line 2 differs (expected 3 lines, got 3):\n           a\nexpected:  b\ngot:       x");

    [Fact]
    public void FirstDifference_MissingLines_SaysTheEnd() =>
        LineAssert.FirstDifference("a\nb", "a").ShouldBe("Line 2 differs (expected 2 lines, got 1):\n           a\nexpected:  b\ngot:       (the end)");
}
