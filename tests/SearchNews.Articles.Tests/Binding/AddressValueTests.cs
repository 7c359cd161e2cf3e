using SearchNews.Articles.Binding;

namespace SearchNews.Articles.Tests.Binding;

public sealed class AddressValueTests
{
    [Theory]
    [InlineData("https://a.example")]
    [InlineData("http://a.example/b?c=d#e")]
    [InlineData("HTTPS://A.EXAMPLE")]
    [InlineData("https://apnews.com/PR Newswire/f5b85ffe40d0191068bb0e60ed78df05")]
    [InlineData("https://a.example/Charles-River’s")]
    [InlineData("https://[::1]:8080/")]
    [InlineData("https://müller.example")]
    [InlineData("https://1.2.3.4/")]
    public void IsWebAddress_HttpOrHttps_ReturnsTrue(string text) => AddressValue.IsWebAddress(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https:///a")]
    [InlineData("https:// a")]
    [InlineData("https://?q")]
    [InlineData("https:/a.example")]
    [InlineData("//a.example")]
    [InlineData("/a")]
    [InlineData("www.a.example")]
    [InlineData("ftp://a.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://a.example/\nSet-Cookie: x")]
    [InlineData("https://a.example/\u0007")]
    public void IsWebAddress_AnythingElse_ReturnsFalse(string text) => AddressValue.IsWebAddress(text).ShouldBeFalse();
}
