using System.Security.Cryptography;
using System.Text;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Tests.Indexing.Manifests;

public sealed class ContentHashTests
{
    [Fact]
    public void Write_AnyHash_IsItsFirstDigits_AndIsReadBack()
    {
        for (int i = 0; i < 1000; i++)
        {
            string digits = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)));
            ContentHash hash = ContentHash.Of(digits);
            byte[] written = new byte[ContentHash.Digits];
            hash.Write(written);
            Encoding.ASCII.GetString(written).ShouldBe(digits[..32]);
            hash.ToString().ShouldBe(digits[..32]);
            ContentHash.TryParse(written, out ContentHash read).ShouldBeTrue();
            read.ShouldBe(hash);
        }
    }

    [Fact]
    public void Of_Nothing_IsZero() => ContentHash.Of("").ShouldBe(default);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdeg0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcde ")]
    public void TryParse_SomethingElse_IsFalse(string digits) => ContentHash.TryParse(Encoding.ASCII.GetBytes(digits), out _).ShouldBeFalse();
}
