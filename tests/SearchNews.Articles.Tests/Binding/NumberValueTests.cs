using SearchNews.Articles.Binding;

namespace SearchNews.Articles.Tests.Binding;

public sealed class NumberValueTests
{
    [Theory]
    [InlineData("52", 52)]
    [InlineData("-1", -1)]
    [InlineData("+3", 3)]
    [InlineData("0", 0)]
    [InlineData("52.5", 52.5)]
    [InlineData(".5", .5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData(" 7 ", 7)]
    public void TryParse_Number_GivesIt(string text, double expected)
    {
        NumberValue.TryParse(text, out double value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fifty")]
    [InlineData("NaN")]
    [InlineData("-NaN")]
    [InlineData("nan")]
    [InlineData(".nan")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData(".inf")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    [InlineData("52%")]
    [InlineData("5 2")]
    [InlineData("５２")]
    public void TryParse_AnythingElse_ReturnsFalse(string text) => NumberValue.TryParse(text, out _).ShouldBeFalse();
}
