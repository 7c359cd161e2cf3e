using SearchNews.Articles.Binding;

namespace SearchNews.Articles.Tests.Binding;

public sealed class BooleanValueTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData(" yes ", true)]
    [InlineData("on", true)]
    [InlineData("false", false)]
    [InlineData("No", false)]
    [InlineData("OFF", false)]
    public void TryParse_Word_GivesIt(string text, bool expected)
    {
        BooleanValue.TryParse(text, out bool value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ja")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("y")]
    [InlineData("truee")]
    public void TryParse_AnythingElse_ReturnsFalse(string text) => BooleanValue.TryParse(text, out _).ShouldBeFalse();
}
