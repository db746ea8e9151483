package id.sakelar.http;

/// What a policy says to a webhook address: the address, fit for use, or what is wrong with it.
public sealed interface WebhookCheck permits WebhookUrl, WebhookFault {}
