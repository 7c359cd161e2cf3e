using System.Globalization;
using SearchNews.Articles.Binding;

namespace SearchNews.Articles.Tests.Binding;

public sealed class DateValueTests
{
    [Theory]
    [InlineData("2021-02-17T17:00:59Z", "2021-02-17T17:00:59.0000000Z")]
    [InlineData("2021-02-17t17:00:59z", "2021-02-17T17:00:59.0000000Z")]
    [InlineData("2021-02-17T17:00:59", "2021-02-17T17:00:59.0000000Z")]
    [InlineData("2021-02-17T17:00", "2021-02-17T17:00:00.0000000Z")]
    [InlineData("2021-02-17 17:00:59 +0000", "2021-02-17T17:00:59.0000000Z")]
    [InlineData("2021-02-17  17:00:59", "2021-02-17T17:00:59.0000000Z")]
    [InlineData("2021-02-17", "2021-02-17T00:00:00.0000000Z")]
    [InlineData("  2021-02-17  ", "2021-02-17T00:00:00.0000000Z")]
    [InlineData("2021-02-17T17:00:59+01:00", "2021-02-17T16:00:59.0000000Z")]
    [InlineData("2021-02-17T17:00:59-0530", "2021-02-17T22:30:59.0000000Z")]
    [InlineData("2021-02-17T17:00:59+02", "2021-02-17T15:00:59.0000000Z")]
    [InlineData("2021-02-17T17:00:59+14:00", "2021-02-17T03:00:59.0000000Z")]
    [InlineData("2021-02-17T00:30:00+01:00", "2021-02-16T23:30:00.0000000Z")]
    [InlineData("2021-02-17T17:00:59.5Z", "2021-02-17T17:00:59.5000000Z")]
    [InlineData("2021-02-17T17:00:59,123456789Z", "2021-02-17T17:00:59.1234567Z")]
    [InlineData("2020-02-29", "2020-02-29T00:00:00.0000000Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void TryParse_LegalForm_GivesUtc(string text, string expected)
    {
        DateValue.TryParse(text, out DateTimeOffset value).ShouldBeTrue();
        value.Offset.ShouldBe(TimeSpan.Zero);
        value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2021")]
    [InlineData("2021-02")]
    [InlineData("20210217")]
    [InlineData("17.02.2021")]
    [InlineData("02/17/2021")]
    [InlineData("2021-2-7")]
    [InlineData("2021-02-30")]
    [InlineData("2021-02-29")]
    [InlineData("2021-13-01")]
    [InlineData("2021-00-01")]
    [InlineData("2021-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2021-02-17T")]
    [InlineData("2021-02-17T17")]
    [InlineData("2021-02-17T24:00")]
    [InlineData("2021-02-17T17:60")]
    [InlineData("2021-02-17T17:00:60")]
    [InlineData("2021-02-17T17:00:59.")]
    [InlineData("2021-02-17T17:00:59 PST")]
    [InlineData("2021-02-17T17:00:59+14:01")]
    [InlineData("2021-02-17T17:00:59+1")]
    [InlineData("2021-02-17T17:00:59+01:60")]
    [InlineData("2021-02-17T17:00:59Zx")]
    [InlineData("2021-02-17Z")]
    [InlineData("2021-02-17+01:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("-2021-02-17")]
    [InlineData("1613581259")]
    [InlineData("２０２１-02-17")]
    public void TryParse_AnythingElse_ReturnsFalse(string text) => DateValue.TryParse(text, out _).ShouldBeFalse();
}
