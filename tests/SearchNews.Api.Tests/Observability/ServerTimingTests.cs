using SearchNews.Api.Observability;

namespace SearchNews.Api.Tests.Observability;

public sealed class ServerTimingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0004, "0")]
    [InlineData(0.001, "0.001")]
    [InlineData(1.25, "1.25")]
    [InlineData(1.0301, "1.03")]
    [InlineData(999.9996, "1000")]
    [InlineData(12345.678, "12345.678")]
    public void ToText_Milliseconds_HasThreeDecimalsAtMost(double milliseconds, string expected) => ServerTiming.ToText(milliseconds).ShouldBe(expected);
}
